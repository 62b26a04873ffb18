package fr.ecolhuma.etreprof.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that {@code --version} prints. */
final class PrintedVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = PrintedVersion.class.getPackage().getImplementationVersion();
        return new String[] {version == null ? "development" : version};
    }
}
