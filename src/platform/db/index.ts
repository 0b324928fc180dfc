/** The database: the embedded cluster, connections, migrations. SQL itself is written in the modules' stores. */
export { openCluster, type Address, type Cluster } from './cluster.ts';
export { connect, inTransaction, serverVersion, type Connection, type NoTables } from './connection.ts';
export { migrate } from './migrate.ts';
export { embeddedPrograms, type Programs } from './programs.ts';
export { openDatabase, type Database } from './database.ts';
export { putInOutbox, takeDueNews, takeFromOutbox, waitingInOutbox, type News } from './outbox.ts';
