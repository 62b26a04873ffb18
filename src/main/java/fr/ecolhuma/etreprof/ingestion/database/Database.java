package fr.ecolhuma.etreprof.ingestion.database;

/** A database by its address; equal ones are read over one connection, so that their exports are of one snapshot. */
public sealed interface Database permits PostgresServer, JdbcDatabase {

    /** The host, or what stands for it; for messages. */
    String host();

    /**
     * Connects.
     *
     * @param name of the export that asks for it, for messages
     * @throws fr.ecolhuma.etreprof.ingestion.file.ExportException if it cannot be reached or refuses the user
     */
    DatabaseReader open(String name, DatabaseAccess access);
}
