package fr.ecolhuma.etreprof.recommendation.evaluation;

/**
 * What became of the rows of a test file.
 *
 * @param rows all of them
 * @param unknownUser of users without a training row; not judged
 * @param unknownItem of items without a training row, which no model can rank; no positives
 * @param alreadyUsed of pairs among the training rows, which are never ranked; no positives
 */
public record TestCounts(int rows, int unknownUser, int unknownItem, int alreadyUsed) {}
