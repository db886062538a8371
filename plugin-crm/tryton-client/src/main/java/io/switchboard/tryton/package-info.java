/**
 * A client of Tryton 6.0: signing in, calls of models and wizards by JSON-RPC, tagged values, errors in the hub's codes. A library:
 * bundles that use it carry a copy of their own, so it is exported by none.
 */
@NullMarked
package io.switchboard.tryton;

import org.jspecify.annotations.NullMarked;
