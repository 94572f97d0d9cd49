package org.efcpreview.repository;

import java.io.IOException;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.jackrabbit.core.security.authentication.CredentialsCallback;

/** Lets in whoever {@link ContentRepository#login} opens a session for, and nobody else. Made by Jackrabbit. */
public final class UserLoginModule implements LoginModule {
    private Subject subject;
    private CallbackHandler handler;
    private UserCredentials credentials;

    /** Called by Jackrabbit. */
    public UserLoginModule() {}

    @Override
    public void initialize(
            Subject subject, CallbackHandler callbackHandler, Map<String, ?> sharedState, Map<String, ?> options) {
        this.subject = subject;
        this.handler = callbackHandler;
    }

    @Override
    public boolean login() throws LoginException {
        CredentialsCallback callback = new CredentialsCallback();
        try {
            handler.handle(new Callback[] {callback});
        } catch (IOException | UnsupportedCallbackException e) {
            throw (LoginException) new LoginException("Cannot read the credentials").initCause(e);
        }
        if (callback.getCredentials() instanceof UserCredentials ours) {
            credentials = ours;
            return true;
        }
        throw new FailedLoginException("A content repository is entered by ContentRepository.login only");
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().add(credentials.principal());
        return true;
    }

    @Override
    public boolean abort() {
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().clear();
        return true;
    }
}
