;; emacs --batch -l test/editors/emacs.el, with DRAFT and SERVER in the environment: prints what Emacs shows of the draft
;; as one line of JSON.  Eglot is part of Emacs 29 and a package before that.
(package-initialize)
(require 'eglot)
(require 'json)
(setq eglot-sync-connect 15
      eglot-autoshutdown t
      eglot-events-buffer-size 0
      make-backup-files nil)
(let ((command (list (getenv "NODE") (getenv "SERVER") "--stdio")))
  (add-to-list 'eglot-server-programs (cons 'text-mode command))
  (find-file (getenv "DRAFT"))
  (text-mode)
  (apply #'eglot (eglot--guess-contact))
  (let ((end (+ (float-time) 15)))
    (while (and (< (float-time) end) (null (flymake-diagnostics)))
      (accept-process-output nil 0.1)))
  (let ((found (mapcar (lambda (diagnostic)
                         (let ((from (flymake-diagnostic-beg diagnostic)))
                           `((line . ,(line-number-at-pos from))
                             (message . ,(flymake-diagnostic-text diagnostic))
                             (words . ,(buffer-substring-no-properties from (flymake-diagnostic-end diagnostic))))))
                       (flymake-diagnostics))))
    (princ (concat (json-encode `((before . ,(vconcat found)))) "\n"))
    (ignore-errors (eglot-shutdown (eglot-current-server)))
    (kill-emacs (if found 0 1))))
