package fr.ecolhuma.etreprof.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The number of threads on which a command learns. */
final class Threads {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "number of threads (default: the number of cores); it does not change the result")
    int wanted = Runtime.getRuntime().availableProcessors();

    @Spec(Spec.Target.MIXEE)
    CommandSpec command = CommandSpec.create();

    /** The number, at least 1; any other is bad usage. */
    int count() {
        if (wanted < 1) {
            throw new ParameterException(
                    command.commandLine(), "--threads: found %d, expected at least 1".formatted(wanted));
        }
        return wanted;
    }
}
