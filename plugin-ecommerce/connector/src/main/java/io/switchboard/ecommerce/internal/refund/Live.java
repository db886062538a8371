package io.switchboard.ecommerce.internal.refund;

import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.Order;
import java.util.List;
import java.util.Optional;

/**
 * An order as its shop has it at the moment. Immutable.
 *
 * @param order the order
 * @param back the return that a refund is for; empty where it is to announce one itself, or no goods come back
 */
record Live(Order order, Optional<GoodsReturn> back) {
    /** Refuses pieces that are not of the return, or are of another one where none is meant. */
    void require(Goods goods, List<LineQuantity> pieces) {
        if (back.isPresent()) {
            goods.requireOf(back.get(), pieces);
        } else {
            goods.requireNoneOpen(pieces);
        }
    }
}
