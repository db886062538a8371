/** Tests of the testkit, by connectors that are well written and by some that are not. */
@NullMarked
package io.switchboard.connector.testkit;

import org.jspecify.annotations.NullMarked;
