package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.Money;

/**
 * Pieces of one line that are paid back. Immutable.
 *
 * @param lineId the line, by the shop's id
 * @param name what the customer bought
 * @param quantity how many pieces
 * @param amount what they cost, before any fee
 */
public record RefundLine(String lineId, String name, int quantity, Money amount) {}
