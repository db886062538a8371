/** Which database the tests of those who keep data run on. */
@NullMarked
package io.switchboard.connector.database;

import org.jspecify.annotations.NullMarked;
