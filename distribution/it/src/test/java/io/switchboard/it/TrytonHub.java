package io.switchboard.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A hub whose shop is a real Tryton, by what is shipped and two files. */
final class TrytonHub {
    private TrytonHub() {}

    /** The files, where the hub finds them at its start. */
    static void configure(Path home, RealSystem tryton, String address) throws IOException {
        Path etc = Files.createDirectories(home).resolve("etc");
        SharedHub.configure(etc);
        Files.writeString(etc.resolve("io.switchboard.ecommerce.cfg"), """
                shop = tryton
                carrier = tryton
                refund.settle.seconds = 1
                """);
        Files.writeString(etc.resolve("io.switchboard.ecommerce.tryton~tryton.cfg"), """
                endpoints = %s
                database = %s
                login = %s
                .login.password = %s
                arrival.days = 1
                breaker.rest.millis = 200
                """.formatted(
                        address, tryton.property("database"), tryton.property("login"), tryton.property("password")));
    }

    /** Drops the industry in where it is not there yet, and waits until orders come from Tryton. */
    static void awaitShop(HubProcess hub, TrytonShop.Sale any) throws IOException {
        if (!Files.exists(hub.home().resolve("deploy/ecommerce.zip"))) {
            Ecommerce.drop(hub);
        }
        Drop.awaitStatus(hub, "ecommerce.zip", "state: running");
        Caller caller = hub.chatbot();
        Await.until("orders come from Tryton", () -> caller.get(order(any)).status() == 200);
    }

    static String order(TrytonShop.Sale sale) {
        return customer(sale) + "orders/" + sale.number();
    }

    static String customer(TrytonShop.Sale sale) {
        return Ecommerce.API + sale.customer() + "/";
    }

    /** How many tickets about refunds of an order there are. */
    static int tickets(Caller caller, TrytonShop.Sale sale) {
        int tickets = 0;
        for (JsonNode ticket : caller.get(
                        "/api/ticket/v1/customers/" + sale.customer() + "/tickets?kind=REFUND&limit=200")
                .ok()
                .path("items")) {
            tickets += ticket.path("subject").asText().contains(sale.number()) ? 1 : 0;
        }
        return tickets;
    }
}
