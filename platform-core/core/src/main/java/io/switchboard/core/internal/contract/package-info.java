/** Holds connectors that arrive to the contracts that were accepted before. */
@NullMarked
package io.switchboard.core.internal.contract;

import org.jspecify.annotations.NullMarked;
