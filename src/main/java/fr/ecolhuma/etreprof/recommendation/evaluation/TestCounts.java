package fr.ecolhuma.etreprof.recommendation.evaluation;

/**
 * The outcome of the rows of a test file.
 *
 * @param rows all rows
 * @param unknownUser rows of users without a training row; not judged
 * @param unknownItem rows of items without a training row, which no model can rank; not positives
 * @param alreadyUsed rows of pairs among the training rows, which are never ranked; not positives
 * @param matched all other rows, repeated ones included; the positives
 */
public record TestCounts(int rows, int unknownUser, int unknownItem, int alreadyUsed, int matched) {}
