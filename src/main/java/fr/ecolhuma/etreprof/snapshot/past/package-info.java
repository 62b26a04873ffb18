/** Earlier versions: the history, the segments of users, and the moves between versions. */
@NullMarked
@NamedInterface("past")
package fr.ecolhuma.etreprof.snapshot.past;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
