package org.trackno.api;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends the answers of an event loop together, once it has read what there was to read from all its connections. An answer
 * that is sent wakes its reader; who wakes for one answer after the other takes turns with the event loop on the processor,
 * for each of them, while who wakes for many does so once. Where there is only one answer to send, it goes out as soon.
 */
final class GatheredFlush extends ChannelDuplexHandler {
    /** When so many wait they go out: the first of them is not to wait long for the others. */
    private static final int MOST = 16;

    private static final FastThreadLocal<GatheredFlush> OF_EVENT_LOOPS = new FastThreadLocal<>() {
        @Override
        protected GatheredFlush initialValue() {
            return new GatheredFlush();
        }
    };

    private List<ChannelHandlerContext> waiting = new ArrayList<>();
    private List<ChannelHandlerContext> sending = new ArrayList<>();
    private boolean isSending;

    private GatheredFlush() {}

    /** That of the event loop of this thread, for all its connections. */
    static GatheredFlush ofEventLoop() {
        return OF_EVENT_LOOPS.get();
    }

    @Override
    public boolean isSharable() {
        return true;
    }

    @Override
    public void flush(ChannelHandlerContext connection) {
        if (waiting.isEmpty()) {
            connection.executor().execute(this::send);
        }
        waiting.add(connection);
        if (waiting.size() >= MOST && !isSending) {
            send();
        }
    }

    /**
     * A second time while something waits is the end of what the other side sends. Netty's epoll finds it in the same round
     * as the request before, and closes the connection behind the back of all handlers.
     */
    @Override
    public void channelReadComplete(ChannelHandlerContext connection) {
        if (waiting.contains(connection)) {
            connection.flush();
        }
        connection.fireChannelReadComplete();
    }

    /** Netty drops what was not flushed before a connection is closed. */
    @Override
    public void close(ChannelHandlerContext connection, ChannelPromise promise) {
        connection.flush();
        connection.close(promise);
    }

    /** What is to be flushed by then, as a connection takes more again, waits for the next time. */
    private void send() {
        List<ChannelHandlerContext> now = waiting;
        waiting = sending;
        sending = now;
        isSending = true;
        try {
            now.forEach(ChannelHandlerContext::flush);
        } finally {
            isSending = false;
            now.clear();
        }
    }
}
