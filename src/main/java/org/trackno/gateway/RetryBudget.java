package org.trackno.gateway;

/**
 * What a carrier's retries may add to its load: ten, and one more for every ten first tries. When everything fails, retrying
 * everything would only make it worse.
 */
final class RetryBudget {
    private static final int MOST = 10;
    private static final int TRIES_A_RETRY = 10;

    /** In tenths of a retry. */
    private int saved = MOST * TRIES_A_RETRY;

    /** A first try is made. */
    synchronized void deposit() {
        saved = Math.min(MOST * TRIES_A_RETRY, saved + 1);
    }

    /** Takes so many retries; false when there are not as many. */
    synchronized boolean withdraw(int retries) {
        int price = retries * TRIES_A_RETRY;
        if (saved < price) {
            return false;
        }
        saved -= price;
        return true;
    }
}
