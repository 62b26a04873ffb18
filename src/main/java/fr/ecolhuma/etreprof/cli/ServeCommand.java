package fr.ecolhuma.etreprof.cli;

import picocli.CommandLine.Command;

/** Shows the web service in the help; the service itself is started before commands are parsed. */
@Command(
        name = ServeCommand.NAME,
        description = "Starts the API on PORT (default 8000). It is the default without a command.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {

    static final String NAME = "serve";

    @Override
    public void run() {
        throw new IllegalStateException("the service is started by the caller");
    }
}
