package org.efcevents.channel;

import java.util.Optional;

/** Writes JSON for programs, including problem documents (RFC 9457). */
final class JsonChannel implements Channel.Writer {

    @Override
    public Optional<ChannelResponse> write(Subject subject, ChannelContext context) {
        return Optional.of(ChannelResponse.of(context.writtenJson()));
    }
}
