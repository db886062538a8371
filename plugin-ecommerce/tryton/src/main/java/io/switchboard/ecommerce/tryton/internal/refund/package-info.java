/** What goes back: goods and money. */
@NullMarked
package io.switchboard.ecommerce.tryton.internal.refund;

import org.jspecify.annotations.NullMarked;
