/** What is known of the models being served. */
@NullMarked
package fr.ecolhuma.etreprof.api.model;

import org.jspecify.annotations.NullMarked;
