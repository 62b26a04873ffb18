package fr.ecolhuma.etreprof;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of the one jar: the HTTP service. */
@SpringBootApplication
public class EtreprofApplication {

    static void main(String[] args) {
        SpringApplication.run(EtreprofApplication.class, args);
    }
}
