package fr.ecolhuma.etreprof.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many threads a command learns on. */
final class Threads {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads to learn on (default: as many as cores); the result does not depend on them")
    int wanted = Runtime.getRuntime().availableProcessors();

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    /** At least 1; anything else is bad usage. */
    int count() {
        if (wanted < 1) {
            throw new ParameterException(
                    command.commandLine(), "--threads: found %d, expected at least 1".formatted(wanted));
        }
        return wanted;
    }
}
