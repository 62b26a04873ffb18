/** The form of an answer: JSON or a sheet, plain or packed, whole or "not modified". */
@NullMarked
package fr.ecolhuma.etreprof.api.edge.form;

import org.jspecify.annotations.NullMarked;
