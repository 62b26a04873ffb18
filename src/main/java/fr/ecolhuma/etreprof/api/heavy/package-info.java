/** What takes more than some milliseconds: its threads, its queue, its memory. */
@NullMarked
package fr.ecolhuma.etreprof.api.heavy;

import org.jspecify.annotations.NullMarked;
