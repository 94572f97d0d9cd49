/**
 * Who may come in: passwords and how often they may be tried, the sessions of those who have signed in, and what happens to
 * a form whose session has ended.
 */
package org.efcpreview.authoring.signin;
