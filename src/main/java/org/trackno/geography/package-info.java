/** Where towns and countries lie: what a map of a parcel's way is drawn from. Knows nothing of parcels. */
@NullMarked
package org.trackno.geography;

import org.jspecify.annotations.NullMarked;
