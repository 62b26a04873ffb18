/** Exports that are rows of a database: PostgreSQL by COPY, any other by its JDBC driver. */
@NullMarked
@NamedInterface("database")
package fr.ecolhuma.etreprof.ingestion.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
