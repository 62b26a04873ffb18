/** Earlier versions: the history, who was in which segment, who moved. */
@NullMarked
@NamedInterface("past")
package fr.ecolhuma.etreprof.snapshot.past;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
