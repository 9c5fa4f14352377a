/** Use cases: look up, refresh, merge, how fresh is fresh enough, and the snapshot that is served. */
@NullMarked
package org.trackno.tracking;

import org.jspecify.annotations.NullMarked;
