package fr.ecolhuma.etreprof.ingestion.row;

import fr.ecolhuma.etreprof.domain.ContentKey;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A content of the catalogue.
 *
 * @param key its type and id
 * @param title as teachers read it; may be empty
 * @param markdown its text, or null
 * @param published whether it may be recommended, from its day on
 * @param levels the levels it is for, as the export writes them
 * @param createdAt or null when unknown
 * @param publishedAt or null when unknown
 * @param flags the names of the défi columns that are set, such as {@code cps}
 * @param topic what the topics file says of it, raw, or null
 */
public record Content(
        ContentKey key,
        String title,
        @Nullable String markdown,
        boolean published,
        List<String> levels,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime publishedAt,
        Set<String> flags,
        @Nullable String topic) {

    public Content {
        levels = List.copyOf(levels);
        flags = Set.copyOf(flags);
    }

    /** The day of its publication, else of its creation, or null when neither is known. */
    public @Nullable LocalDate day() {
        LocalDateTime time = publishedAt == null ? createdAt : publishedAt;
        return time == null ? null : time.toLocalDate();
    }

    /** Whether it may be recommended at the end of a day. */
    public boolean isPublishedBy(LocalDate end) {
        LocalDate day = day();
        return published && (day == null || !day.isAfter(end));
    }

    /** The content with other times. */
    Content dated(@Nullable LocalDateTime created, @Nullable LocalDateTime published) {
        return new Content(key, title, markdown, this.published, levels, created, published, flags, topic);
    }

    /** The content with what the topics file says of it. */
    Content about(@Nullable String named) {
        return new Content(key, title, markdown, published, levels, createdAt, publishedAt, flags, named);
    }
}
