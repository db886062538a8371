package io.switchboard.ecommerce.internal.refund;

/**
 * An order, wherever it is. Immutable.
 *
 * @param shop the instance of its shop
 * @param orderId its id there
 */
record OrderKey(String shop, String orderId) {}
