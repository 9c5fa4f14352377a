package org.trackno.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event loop has to send goes out together, and all of it. */
class GatheredFlushTest {
    @Test
    void answers_go_out_when_the_event_loop_has_read_everything() {
        EmbeddedChannel first = connection();
        EmbeddedChannel second = connection();

        answer(first);
        answer(second);

        assertThat(first.outboundMessages()).isEmpty();
        assertThat(second.outboundMessages()).isEmpty();
        first.runPendingTasks();
        assertThat(first.outboundMessages()).hasSize(1);
        assertThat(second.outboundMessages()).hasSize(1);
    }

    @Test
    void what_comes_after_they_went_out_goes_out_too() {
        EmbeddedChannel connection = connection();
        answer(connection);
        connection.runPendingTasks();

        answer(connection);
        connection.runPendingTasks();

        assertThat(connection.outboundMessages()).hasSize(2);
    }

    @Test
    void many_do_not_wait_for_more() {
        List<EmbeddedChannel> connections =
                Stream.generate(GatheredFlushTest::connection).limit(16).toList();

        connections.forEach(GatheredFlushTest::answer);

        assertThat(connections).allSatisfy(connection -> assertThat(connection.outboundMessages())
                .hasSize(1));
        connections.get(0).runPendingTasks();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17})
    void what_is_written_because_something_went_out_goes_out_too(int parts) {
        EmbeddedChannel connection = connection(new ChannelInboundHandlerAdapter() {
            private boolean isFull = true;

            @Override
            public void channelWritabilityChanged(ChannelHandlerContext context) {
                if (isFull && context.channel().isWritable()) {
                    isFull = false;
                    for (int i = 0; i < parts; i++) {
                        context.writeAndFlush("more");
                    }
                }
            }
        });
        connection.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 1));

        answer(connection);
        connection.runPendingTasks();

        assertThat(connection.outboundMessages()).hasSize(1 + parts);
    }

    @Test
    void what_waits_goes_out_before_the_end_of_what_is_read_is_handed_on() {
        EmbeddedChannel connection = connection();
        answer(connection);

        connection.pipeline().fireChannelReadComplete();

        assertThat(connection.outboundMessages()).hasSize(1);
        connection.runPendingTasks();
    }

    @Test
    void a_connection_sends_what_it_has_before_it_is_closed() {
        EmbeddedChannel connection = connection();
        answer(connection);

        connection.pipeline().close();

        assertThat(connection.outboundMessages()).hasSize(1);
        connection.runPendingTasks();
    }

    private static EmbeddedChannel connection(ChannelInboundHandlerAdapter... others) {
        EmbeddedChannel connection = new EmbeddedChannel(others);
        connection.pipeline().addFirst(GatheredFlush.ofEventLoop());
        return connection;
    }

    private static void answer(EmbeddedChannel connection) {
        connection.pipeline().writeAndFlush("answer");
    }
}
