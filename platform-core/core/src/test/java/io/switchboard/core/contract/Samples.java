package io.switchboard.core.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

/** A contract in which everything occurs, as it stands in a file. */
final class Samples {
    static final String ORDERS = """
            switchboard-contract 1
            connector orders.v2
              @title-en Orders
              @title-zh 订单
              @en What customers ordered.
              @zh 客户的订单。

            operation order.cancel
              @http DELETE /orders/{id}
              @effect DESTRUCTIVE
              @audience STAFF
              @scope orders.cancel
              @deadline PT30S
              @idempotent true
              @probe true
              @assurance STEPPED_UP
              @approval STAFF
              @since 2.1
              @deprecated order.close
              @en Cancels an order.
              @zh 取消订单。
              fails NOT_FOUND
                @en We could not find what you asked for.
                @zh 未找到您查询的内容。
              fails CONFLICT shipped
                @en The order is on its way.
                @zh 订单已发货。
              input
                @schema order.cancel.input
                id: text 1..100
                  @matches [A-Z]{2}\\\\d+
              output none

            operation order.list
              @http POST /order.list
              @effect READ
              @audience CUSTOMER
              @scope orders.read
              @deadline PT10S
              @repeat SAME
              @en Lists orders.\\nNewest first.
              @zh 列出订单。
              input
                @schema order.list.input
                customerId: text 1..100 customer
                  @example "C-1"
                cursor: optional text 0..500
                limit: optional int32 1..200
                from: optional date
                states: optional list 1..5 of enum
                  @schema State
                  - OPEN
                    @en Not sent yet.
                    @zh 未发货。
                  - SENT
                phone: optional text 0..10000 sensitive PHONE
                note: optional text 0..500 sensitive FREE_TEXT untrusted
                  @en What the customer says.
                  @zh 客户留言。
              output page
                @schema Order
                @type-en An order.
                @type-zh 一个订单。
                customerId: text 0..10000 owner
                state: enum
                  @schema State
                  - OPEN
                  - SENT
                total: money sensitive AMOUNT
                points: int32 0..100
                number: int64
                weight: decimal 0..*
                paid: boolean
                placed: instant
                takes: optional duration
                page: optional uri
                invoice: optional attachment
                tags: list 0..1000 of text 0..20 untrusted
                lines: list 0..1000 of record
                  @schema Line
                  sku: text 0..10000
                  parts: map 0..1000 of list 0..9 of int32
            """;

    private Samples() {}

    /** The text with another line, as deeply indented, in the place of the first that has these words; with several of them, or none. */
    static String edit(String text, String words, String... instead) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = lineOf(text, words) - 1;
        String line = lines.remove(at);
        String indent = line.substring(0, line.indexOf(words));
        for (int i = 0; i < instead.length; i++) {
            lines.add(at + i, indent + instead[i]);
        }
        return String.join("\n", lines) + "\n";
    }

    /** The number, from 1, of the first line that has these words and no others. */
    static int lineOf(String text, String words) {
        List<String> lines = text.lines().map(String::strip).toList();
        assertTrue(lines.contains(words), words);
        return lines.indexOf(words) + 1;
    }
}
