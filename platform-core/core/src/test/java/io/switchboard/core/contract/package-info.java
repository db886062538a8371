/** Tests of contracts. */
@NullMarked
package io.switchboard.core.contract;

import org.jspecify.annotations.NullMarked;
