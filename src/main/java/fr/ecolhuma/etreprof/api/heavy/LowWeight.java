package fr.ecolhuma.etreprof.api.heavy;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a thread less of a busy core than others get. On Linux, Java's priorities change nothing without flags that need
 * an administrator's rights; the system's own call lowers one thread's weight for everyone.
 */
final class LowWeight {

    private static final Logger LOG = LoggerFactory.getLogger(LowWeight.class);

    /** Against a thread of the usual weight it gets a quarter of a core; alone it gets all of it. */
    private static final int NICE = 5;

    private static final int THIS_THREAD = 0;

    private LowWeight() {}

    /** The same work, by a thread that takes a low weight first; meant for threads of one work. */
    static Runnable of(Runnable work) {
        return () -> {
            take();
            work.run();
        };
    }

    /** Lowers the weight of this platform thread, for good; only on Linux, where the service runs. */
    static void take() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return;
        }
        try {
            setNice();
        } catch (Throwable e) {
            // the work is done all the same, with the usual weight
            LOG.debug("the weight of a thread cannot be lowered", e);
        }
    }

    // the jar's manifest allows native access, as the engine of the exports needs it
    @SuppressWarnings("restricted")
    private static void setNice() throws Throwable {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor threeNumbers = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        int failed = (int) linker.downcallHandle(linker.defaultLookup().findOrThrow("setpriority"), threeNumbers)
                .invokeExact(0, THIS_THREAD, NICE);
        if (failed != 0) {
            LOG.debug("the system does not lower the weight of a thread");
        }
    }
}
