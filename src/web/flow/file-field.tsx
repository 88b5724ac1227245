import { Button } from '../govuk/button.tsx'
import { FileUpload } from '../govuk/file-upload.tsx'
import { flowButtons } from './buttons.ts'
import { type FieldProps, labelOf, messagesOf } from './field.tsx'
import { fileLimits, keptFiles } from './files.ts'

/** Files: a field to choose some, and those that are kept already, each with a button that takes it off. */
export const FileField = (props: FieldProps) => {
  const { entry, name, typed, label, texts } = props
  const kept = keptFiles(typed)
  const { files } = fileLimits(entry)
  const types = entry.record?.file_types
  return (
    <>
      <FileUpload
        {...messagesOf(props)}
        name={name}
        label={labelOf(label)}
        multiple={files > 1}
        attributes={types ? { accept: types.map((type) => `.${type}`).join(',') } : {}}
      />
      {kept.length ? (
        <ul class="files">
          {kept.map((file) => (
            <li>
              <span>{texts.file(file)}</span>
              <Button
                name={flowButtons.removeFile}
                value={`${entry.id} ${file}`}
                html={texts.removeFile(file)}
                classes="govuk-button--secondary"
              />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
