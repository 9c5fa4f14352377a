/** What one caller may ask: how much, how many neighbouring and unknown numbers, and who a caller is. */
@NullMarked
package org.trackno.limit;

import org.jspecify.annotations.NullMarked;
