/** The command line. */
@NullMarked
package org.trackno.cli;

import org.jspecify.annotations.NullMarked;
