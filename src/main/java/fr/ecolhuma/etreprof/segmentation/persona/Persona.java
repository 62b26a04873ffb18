package fr.ecolhuma.etreprof.segmentation.persona;

import java.util.List;

/**
 * The description of a segment for people: its name, its texts and its prototype.
 *
 * @param id the segment's stable id, from 0
 * @param name its English name
 * @param nameFr its French name
 * @param summary one line on its use of the platform
 * @param strategy the strategy for it, in a few words
 * @param recommendedContentTypes codes of the kinds of content that suit it
 * @param engagementApproach code of the way to address its users
 * @param description one sentence on its users
 * @param nextSteps one sentence of advice
 * @param prototype its rank among the segments
 */
public record Persona(
        int id,
        String name,
        String nameFr,
        String summary,
        String strategy,
        List<String> recommendedContentTypes,
        String engagementApproach,
        String description,
        String nextSteps,
        Prototype prototype) {

    public Persona {
        recommendedContentTypes = List.copyOf(recommendedContentTypes);
    }

    /**
     * The rank of a segment among all, from 0 (the least) to 1 (the most).
     *
     * @param content its use of contents
     * @param mail its use of e-mails
     */
    public record Prototype(double content, double mail) {}
}
