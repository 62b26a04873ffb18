/** What Spring would put together at each start and nothing here asks for. */
@NullMarked
package fr.ecolhuma.etreprof.api.start;

import org.jspecify.annotations.NullMarked;
