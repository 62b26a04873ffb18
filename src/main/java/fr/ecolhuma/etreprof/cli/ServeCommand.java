package fr.ecolhuma.etreprof.cli;

import picocli.CommandLine.Command;

/** Stands for the web service in the help; the service itself is started before commands are looked at. */
@Command(
        name = ServeCommand.NAME,
        description = "Starts the API on PORT (default 8000). This is what happens without a command.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {

    static final String NAME = "serve";

    @Override
    public void run() {
        throw new IllegalStateException("the service is started by the caller");
    }
}
