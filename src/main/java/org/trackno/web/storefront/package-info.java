/** Storefronts: who may embed parcels in their pages, and how pages look that are read on their behalf. */
@NullMarked
package org.trackno.web.storefront;

import org.jspecify.annotations.NullMarked;
