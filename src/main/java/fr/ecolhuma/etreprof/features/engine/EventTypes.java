package fr.ecolhuma.etreprof.features.engine;

import fr.ecolhuma.etreprof.domain.ContentTypes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The words that events have for what happened and to what. */
public final class EventTypes {

    /** What happened, the most frequent first; other types are counted as events and no more. */
    public static final List<String> ALL = List.of(
            "opened_mail",
            "session",
            "click_mail",
            "connexion",
            "download",
            "page_view",
            "subscribed",
            "click",
            "register",
            "attended",
            "completed",
            "contenu_favoris",
            "contenu_vote",
            "comment_posted");

    /** What views and downloads may also be of; no content of the catalogue. */
    public static final List<String> PLACES = List.of(
            "opened_mail",
            "infolettre_hebdo",
            "onboarding",
            "accueil",
            "recherche",
            "espace_perso",
            "communaute",
            "webinaire",
            "sondage");

    private EventTypes() {}

    /** The types of events by their stems. */
    public static SortedMap<String, String> byStem() {
        SortedMap<String, String> types = new TreeMap<>();
        ALL.forEach(type -> types.put(ContentTypes.stem(type), type));
        return types;
    }

    /** The types of contents and places by their stems. */
    public static SortedMap<String, String> contentsByStem() {
        SortedMap<String, String> types = ContentTypes.known();
        PLACES.forEach(place -> types.put(ContentTypes.stem(place), place));
        return types;
    }

    /** The branches of an SQL {@code CASE} that finds words for texts, in the order of the map. */
    public static String cases(Map<String, String> words) {
        return words.entrySet().stream()
                .map(word -> "WHEN '%s' THEN '%s'".formatted(word.getKey(), word.getValue()))
                .collect(Collectors.joining(" "));
    }
}
