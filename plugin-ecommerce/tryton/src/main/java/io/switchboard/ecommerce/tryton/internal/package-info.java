/** Orders, stock and parcels of a Tryton. */
@NullMarked
package io.switchboard.ecommerce.tryton.internal;

import org.jspecify.annotations.NullMarked;
