package fr.ecolhuma.etreprof.features;

import fr.ecolhuma.etreprof.ingestion.row.Content;
import java.util.List;

/** Tells the theme of each content, for the thematic features. */
public interface ThemeAssigner {

    /** How many themes there are; their ids are 0 to {@code count() - 1}. */
    int count();

    /** One theme id a content, in the order given; -1 where none is known. */
    int[] themesOf(List<Content> contents);
}
