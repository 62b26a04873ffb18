package fr.ecolhuma.etreprof;

import java.lang.reflect.InvocationTargetException;

/**
 * The first class of the packaged jar, compiled for Java 17: an older Java than the service's cannot read the service's own
 * classes, and would answer with a stack trace about class files.
 */
public final class Launcher {

    private static final int NEEDED = 25;

    private Launcher() {}

    /** Starts the service or a command, or says in one line which Java it needs. */
    public static void main(String[] args) throws Throwable {
        if (Runtime.version().feature() < NEEDED) {
            System.err.println("etreprof-ml-api needs Java " + NEEDED + ", found Java "
                    + Runtime.version().feature() + "; start it with the java of a JDK " + NEEDED);
            System.exit(1);
        }
        try {
            Class.forName("fr.ecolhuma.etreprof.EtreprofApplication")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
