package io.switchboard.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The industry that is shipped beside the hub, brought into one. */
final class Ecommerce {
    static final String API = "/api/ecommerce/v1/customers/";

    private Ecommerce() {}

    /** Drops the archive. */
    static void drop(HubProcess hub) throws IOException {
        Path half = Drop.half(hub, "ecommerce.zip");
        Files.copy(HubProcess.folder().resolve("optional/ecommerce.zip"), half);
        Drop.finish(hub, "ecommerce.zip", half);
    }

    /** Waits until the hub says that all of it runs, and it does. */
    static void awaitRunning(HubProcess hub) {
        Drop.awaitStatus(hub, "ecommerce.zip", "state: running");
        Caller admin = hub.admin();
        Await.until(
                "orders can be asked for",
                () -> admin.get("/api/ecommerce/v1/products/HDP-700/stock").status() == 200);
    }
}
