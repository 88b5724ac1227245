/** Small, for a county's desk, and with nothing of what people wrote in the log. Given on the command line, so that no file of the cluster is edited. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '30',
  shared_buffers: '16MB',
  work_mem: '4MB',
  jit: 'off',
  io_method: 'sync',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  max_wal_senders: '0',
  wal_level: 'minimal',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '1',
  autovacuum_worker_slots: '1',
  log_line_prefix: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // An error's text and detail can hold what was entered, and so can a statement and its parameters.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

/** The name of the socket, in the folder of the cluster. */
export const port = 5432

export const serverArguments = (cluster: string, more: Readonly<Record<string, string>>): string[] => [
  ...['-D', cluster, '-k', '.', '-p', String(port)],
  ...Object.entries({ ...settings, ...more }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]
