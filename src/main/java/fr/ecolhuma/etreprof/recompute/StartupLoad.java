package fr.ecolhuma.etreprof.recompute;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Loads the service's model while the rest of the service starts, which is ready when both are done. */
@Component
final class StartupLoad implements ApplicationRunner {

    private final FutureTask<Void> loading;

    StartupLoad(ModelLoader loader) {
        loading = new FutureTask<>(loader::load, null);
        Thread.ofPlatform().daemon().name("model-load").start(loading);
    }

    @Override
    public void run(ApplicationArguments arguments) throws ExecutionException, InterruptedException {
        loading.get();
    }
}
