/** What callers can do with orders. */
@NullMarked
package io.switchboard.ecommerce.internal;

import org.jspecify.annotations.NullMarked;
