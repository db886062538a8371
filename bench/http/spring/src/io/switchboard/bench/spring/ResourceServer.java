package io.switchboard.bench.spring;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A resource server by Spring Boot's defaults. Arguments: the port, the address of the key set, the file of the answer. */
@SpringBootApplication
public class ResourceServer {
    /** Runs until the process is ended. */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(ResourceServer.class);
        application.setDefaultProperties(Map.of(
                "server.address",
                "127.0.0.1",
                "server.port",
                arguments[0],
                "bench.keys",
                arguments[1],
                "bench.answer",
                arguments[2],
                "spring.main.banner-mode",
                "off",
                "logging.level.root",
                "warn"));
        application.run();
    }
}
