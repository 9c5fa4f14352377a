package org.trackno.api;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Stands in the place of Vert.x's handler that packs answers of a HTTP/1 connection, and asks it only about those whose
 * request says that it takes packed ones. Asking it takes as long as finding the parcel, and programs that call Trackno mostly
 * send no {@code Accept-Encoding}. What Vert.x has for files goes too: nothing here sends any.
 */
final class PackingWhereTaken extends ChannelDuplexHandler {
    /** What Vert.x calls its handler. */
    private static final String NAME = "deflater";

    /** How Quarkus tells {@link #packing} to leave an answer alone; no coding that HTTP knows there. */
    private static final CharSequence IDENTITY = HttpHeaderValues.IDENTITY;

    /** Files are sent through it. */
    private static final String FILES = "chunkedWriter";

    private final ChannelDuplexHandler packing;
    /** Of each request that was not answered yet, in their order, whether {@link #packing} has seen it. */
    private final Queue<Boolean> seen = new ArrayDeque<>();
    /** Whether the answer that is being written goes through {@link #packing}. */
    private boolean isAsked;

    private PackingWhereTaken(ChannelDuplexHandler packing) {
        this.packing = packing;
    }

    /**
     * Takes the place, where there is packing. The connection's first request must be under way and no other have been read:
     * nothing before {@link Entrance} may wait for anything.
     */
    static void install(ChannelPipeline connection) {
        if (connection.get(NAME) instanceof ChannelDuplexHandler packing) {
            PackingWhereTaken here = new PackingWhereTaken(packing);
            here.seen.add(true);
            connection.replace(packing, NAME, here);
            if (connection.get(FILES) != null) {
                connection.remove(FILES);
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            boolean isTaken = request.headers().contains(HttpHeaderNames.ACCEPT_ENCODING);
            seen.add(isTaken);
            if (isTaken) {
                packing.channelRead(context, message);
                return;
            }
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse answer) {
            if (answer.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                context.write(message, promise); // not yet the answer
                return;
            }
            isAsked = Boolean.TRUE.equals(seen.poll());
            if (!isAsked && answer.headers().contains(HttpHeaderNames.CONTENT_ENCODING, IDENTITY, false)) {
                answer.headers().remove(HttpHeaderNames.CONTENT_ENCODING);
            }
        }
        if (isAsked) {
            packing.write(context, message, promise);
        } else {
            context.write(message, promise);
        }
    }

    /** Lets the packing under way go. */
    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        packing.channelInactive(context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) throws Exception {
        packing.handlerRemoved(context);
    }
}
