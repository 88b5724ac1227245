/** Words in which no reference, such as C-1187, is torn in two at the end of a line: it is read out and searched for as one. */
export const Unbroken = ({ text }: { text: string }) => (
  <>{text.split(/(\bC-\d{1,9}\b)/).map((part, at) => (at % 2 ? <span class="whole">{part}</span> : part))}</>
)
