/** Which shops and carriers there are, and which of them is meant. */
@NullMarked
package io.switchboard.ecommerce.internal.backend;

import org.jspecify.annotations.NullMarked;
