/** Money that goes back: on which terms, how much, and in steps that outlive the hub's process. */
@NullMarked
package io.switchboard.ecommerce.internal.refund;

import org.jspecify.annotations.NullMarked;
